/**
 * The quarterly and yearly summary of the supervising office (督查季度、年度总结): rows from issued tables and journals, judgements
 * entered by a named officer, text blocks, 签批, issue.
 *
 * <p>It asks nobody for anything and computes no judgement; rows stand in the order of their tables.
 */
@NullMarked
package cn.yizhen.app.overview.summary;

import org.jspecify.annotations.NullMarked;
