/**
 * Cases: small worlds written beside institution files, with what must come out. One engine runs them all
 * through the same enumeration the program uses.
 *
 * <p>It refuses to know any particular institution.
 */
@NullMarked
package cn.yizhen.rules.cases;

import org.jspecify.annotations.NullMarked;
