package cn.yizhen.app.document;

/** What a section is made of. */
public sealed interface Block permits Paragraph, Table, Framed {}
