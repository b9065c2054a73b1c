/**
 * One-time codes (动态口令, RFC 6238) as second factor: for administrators, for exports and for posts that
 * reach beyond their own unit. It knows accounts and sessions, and nothing of what the code opens.
 */
@NullMarked
package cn.yizhen.app.access.code;

import org.jspecify.annotations.NullMarked;
