/**
 * Tables that come in as files: an exported draft that was edited elsewhere, compared with the draft it came from; a
 * table issued before the platform kept it. Pure functions from what was read to edits of the model.
 *
 * <p>It refuses to know how a file is laid out, who uploaded it and where anything is stored.
 */
@NullMarked
package cn.yizhen.app.deployment.returning;

import org.jspecify.annotations.NullMarked;
