// The year's two pictures. Their numbers stand in the page, and once more in the table below them.
const holder = document.getElementById('pictures');
const year = JSON.parse(holder.dataset.picture);
const months = year.months.map(month => month + '月');
const ink = '#1c2526', grid = '#d9e0df';

const bar = (name, data, colour, stack) => ({ name, type: 'bar', data, stack, barMaxWidth: 26, itemStyle: { color: colour } });
const draw = (id, series) => {
  const place = document.getElementById(id);
  const legend = document.createElement('p');
  legend.className = 'legend';
  series.forEach(one => {
    const mark = document.createElement('span');
    mark.style.background = one.itemStyle.color;
    legend.append(mark, one.name);
  });
  place.before(legend);
  const chart = echarts.init(place, null, { renderer: 'canvas' });
  chart.setOption({
    animation: false, textStyle: { color: ink, fontFamily: 'inherit' },
    grid: { left: 8, right: 8, top: 12, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: months, axisTick: { show: false } },
    yAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: grid } } },
    series,
  });
  addEventListener('resize', () => chart.resize());
};

const before = year.seenBefore.some(count => count !== null) ? [bar(year.year - 1 + '年', year.seenBefore, '#b9c6c4')] : [];
draw('seen', [...before, bar(year.year + '年', year.seen, '#14524f')]);
draw('parts', [
  bar('已记录', year.met, '#14524f', 'all'), bar('期后补办', year.late, '#4c9a92', 'all'), bar('同意免办', year.exempt, '#3c4f8a', 'all'),
  bar('期内', year.open, '#d9c48f', 'all'), bar('未见记录', year.notSeen, '#b9c6c4', 'all'),
]);
