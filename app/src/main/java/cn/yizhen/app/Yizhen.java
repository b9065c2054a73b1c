package cn.yizhen.app;
public final class Yizhen { public static void main(String[] a) {} }
