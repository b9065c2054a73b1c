/** The modular monolith. Only wiring lives here; each direct sub-package is a module and says what it is for. */
@NullMarked
package cn.yizhen.app;

import org.jspecify.annotations.NullMarked;
