/**
 * Log-in at the county's own identity provider (统一身份认证, OpenID Connect), and the directory that says whose
 * account a subject there is. It lets nobody in whom the security administrator has not confirmed.
 */
@NullMarked
package cn.yizhen.app.access.provider;

import org.jspecify.annotations.NullMarked;
