/**
 * Keeps the journal of deployments, and what left the office, in tables whose row policies decide who reads
 * which.
 *
 * <p>It refuses to decide anything about a deployment: it writes what the model accepted.
 */
@NullMarked
package cn.yizhen.app.deployment.storage;

import org.jspecify.annotations.NullMarked;
