using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace TeamsConnectBot.Admin.Charts;

/// <summary>
/// Draws one series as SVG, without scripts. Widths are percentages and heights are pixels, so that it is as wide as its card while the
/// words keep their size. The colours come from the stylesheet. For screen readers it has a name only: the numbers are in the table.
/// </summary>
internal static class ChartSvg
{
    private const int ColumnTop = 20;
    private const int ColumnFoot = 130;
    private const int ColumnHeight = 152;
    private const int FewestSlots = 6;
    private const int MostColumnLabels = 4;

    private const int BarRow = 46;
    private const int BarTop = 20;
    private const int BarThickness = 16;

    // Leaves room for a range such as '1 500–1 999' at the end of the longest bar.
    private const double LongestBar = 74;

    public static IHtmlContent Of(Chart chart, int index)
    {
        var series = chart.Series[index];
        var height = chart.Shape == ChartShape.Columns ? ColumnHeight : BarRow * chart.Labels.Count;
        var id = $"{chart.Id}-{index}";
        var svg = new StringBuilder();
        Write(svg, $"<svg class=\"chart\" width=\"100%\" height=\"{height}\" role=\"img\" aria-labelledby=\"{Encode(id)}\">");
        Write(svg, $"<title id=\"{Encode(id)}\">{Encode($"{chart.Title}: {series.Name}")}</title>");
        if (chart.Shape == ChartShape.Columns)
        {
            Columns(svg, chart, series);
        }
        else
        {
            Bars(svg, chart, series);
        }

        return new HtmlString(svg.Append("</svg>").ToString());
    }

    private static void Columns(StringBuilder svg, Chart chart, Series series)
    {
        var count = chart.Labels.Count;
        var slot = 100.0 / Math.Max(count, FewestSlots);
        var top = chart.TopOf(series);
        double Y(double value) => ColumnFoot - (ColumnFoot - ColumnTop) * value / top;
        for (var index = 0; index < count; index++)
        {
            var (left, middle) = (index * slot, (index + 0.5) * slot);
            if (series.Marks[index] is not { } mark)
            {
                Text(svg, "value", middle, ColumnFoot - 4, "–");
            }
            else if (mark.IsExact)
            {
                Rect(svg, "mark", left + slot * 0.16, Y(mark.High), slot * 0.68, ColumnFoot - Y(mark.High));
                Text(svg, "value", middle, Y(mark.High) - 5, mark.Short);
            }
            else
            {
                // Without gaps, the intervals of successive steps are one band.
                Rect(svg, "spread", left, Y(mark.High), slot, Y(mark.Low) - Y(mark.High));
                Text(svg, "value", middle, Y(mark.High) - 5, mark.Short);
                if (mark.Middle is { } best)
                {
                    Line(svg, "best", left, left + slot, Y(best));
                }
            }

            if (index % ((count + MostColumnLabels - 1) / MostColumnLabels) == 0)
            {
                Text(svg, "tick", middle, ColumnFoot + 16, chart.Labels[index]);
            }
        }

        Line(svg, "foot", 0, 100, ColumnFoot + 0.5);
    }

    private static void Bars(StringBuilder svg, Chart chart, Series series)
    {
        var top = chart.TopOf(series);
        double X(double value) => LongestBar * value / top;
        for (var index = 0; index < chart.Labels.Count; index++)
        {
            var y = index * BarRow;
            Text(svg, "tick start", 0, y + BarTop - 6, chart.Labels[index]);
            if (series.Marks[index] is not { } mark)
            {
                Text(svg, "value start", 0, y + BarTop + BarThickness - 4, "–");
                continue;
            }

            var before = chart.ComparesWithFirst && index == 0 ? " before" : "";
            Rect(svg, "mark" + before, 0, y + BarTop, X(mark.Low), BarThickness);
            if (!mark.IsExact)
            {
                Rect(svg, "spread" + before, X(mark.Low), y + BarTop, X(mark.High) - X(mark.Low), BarThickness);
            }

            Text(svg, "value start after", X(mark.High), y + BarTop + BarThickness - 4, mark.Text);
        }
    }

    private static void Rect(StringBuilder svg, string style, double x, double y, double width, double height)
    {
        Write(svg, $"<rect class=\"{style}\" x=\"{x:0.##}%\" y=\"{y:0.#}\" width=\"{Math.Max(0, width):0.##}%\" ");
        Write(svg, $"height=\"{Math.Max(0, height):0.#}\"/>");
    }

    private static void Line(StringBuilder svg, string style, double from, double to, double y) =>
        Write(svg, $"<line class=\"{style}\" x1=\"{from:0.##}%\" x2=\"{to:0.##}%\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/>");

    private static void Text(StringBuilder svg, string style, double x, double y, string text) =>
        Write(svg, $"<text class=\"{style}\" x=\"{x:0.##}%\" y=\"{y:0.#}\">{Encode(text)}</text>");

    private static void Write(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture));

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
