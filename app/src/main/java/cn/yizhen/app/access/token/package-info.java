/**
 * Tokens (接口令牌) by which another program reads and notes under one post, and the gate they pass. It knows
 * posts and rights, and nothing of what the operations answer.
 */
@NullMarked
package cn.yizhen.app.access.token;

import org.jspecify.annotations.NullMarked;
