// The list of who is here, and what a 主持人 may do with each.
import { by, element } from './page.js';

/** @param client asks the room @param me the reader's own seat */
export function list(state, me, client) {
  const people = by('people'), host = state.you.host;
  const button = (label, wish) => element('button', { type: 'button', className: 'plain', onclick: () => client.ask(wish) }, label);
  // a list made anew under the fingers keeps what was opened, and where the keyboard was
  const open = people.querySelector('details[open]')?.dataset.seat;
  const at = people.contains(document.activeElement) ? [document.activeElement.closest('li').dataset.seat, document.activeElement.textContent] : null;
  // who waits at the door is told of nobody
  const order = (state.seats ?? []).slice().sort((a, b) => (b.seat === state.chair) - (a.seat === state.chair) || b.hand - a.hand || !a.admitted - !b.admitted || b.main - a.main);
  people.replaceChildren(...order.map(one => {
    const row = element('li', { 'data-seat': one.seat }, element('b', {}, one.name), ...marks(one, state, me).map(mark => element('span', { className: 'tag' + (mark === '申请发言' ? ' warn' : '') }, mark)));
    if (host && !one.admitted) row.append(button('确认身份，请进', { type: 'admit', seat: one.seat, on: true }), button('不认识', { type: 'admit', seat: one.seat, on: false }));
    else if (host) row.append(...steps(one, me, button, open));
    return row;
  }));
  if (at) [...people.querySelectorAll('button,summary')].find(one => one.closest('li').dataset.seat === at[0] && one.textContent === at[1])?.focus();
}

function marks(one, state, me) {
  const host = state.you.host;
  return [one.seat === me ? '我' : '', one.seat === state.chair ? '主持' : one.host ? '主持人' : one.guest ? '来宾' : '', one.hand ? '申请发言' : '',
    one.floor ? '发言中' : '', one.muted ? '已静音' : one.sending.includes('microphone') && (one.host || one.floor || state.open) ? '话筒开' : '',
    host && one.admitted && !one.reached ? '声音画面还没有接通' : '', host && one.weak ? '网络弱，只听' : ''].filter(Boolean);
}

function steps(one, me, button, open) {
  const floor = one.floor ? button('收回发言', { type: 'floor', seat: one.seat, on: false }) : button('请发言', { type: 'floor', seat: one.seat, on: true });
  if (one.seat === me) return [floor];
  return [floor, one.muted ? button('取消静音', { type: 'mute', seat: one.seat, on: false }) : button('静音', { type: 'mute', seat: one.seat, on: true }),
    element('details', { 'data-seat': one.seat, open: open === one.seat }, element('summary', {}, '更多'),
      button(one.main ? '移到分会场' : '移到主会场', { type: 'main', seat: one.seat, on: !one.main }),
      ...(one.guest || one.host ? [] : [button('也做主持人', { type: 'host', seat: one.seat })]),
      button('请离会场', { type: 'remove', seat: one.seat }))];
}
