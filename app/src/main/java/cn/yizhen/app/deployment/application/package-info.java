/**
 * What an office and a unit can do with a deployment, each as one act: take a document in, note an edit or a
 * step, object, settle. Issuing is here, since one act makes table, matters and notices together.
 *
 * <p>It refuses to decide what is allowed: the model says so, with all reasons.
 */
@NullMarked
package cn.yizhen.app.deployment.application;

import org.jspecify.annotations.NullMarked;
