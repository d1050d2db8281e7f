using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace TeamsConnectBot.Admin.Charts;

/// <summary>One series of bars, such as 'said yes'. A value is null where it may not be shown.</summary>
internal sealed record Series(string Name, IReadOnlyList<double?> Values);

/// <summary>
/// Grouped bars as SVG, without scripts; the colours come from the stylesheet, so that they follow the light or dark theme. For screen
/// readers the picture has a title only, because the numbers are in the table beside it.
/// </summary>
internal sealed record BarChart(string Id, string Title, IReadOnlyList<string> Labels, IReadOnlyList<Series> Series, string Unit = "")
{
    private static readonly int[] Tops = [4, 8, 12, 20, 24, 32];

    private const int Height = 240;
    private const int Left = 44;
    private const int Bottom = 40;
    private const int Top = 16;
    private const int GroupWidth = 62;
    private const int Steps = 4;
    private const int Plot = Height - Top - Bottom;

    private int Width => Left + Math.Max(4, Labels.Count) * GroupWidth + 12;

    /// <summary>Whether the chart has no value that may be shown; axes without bars would only confuse.</summary>
    public bool IsEmpty => Series.All(series => series.Values.All(value => value is null));

    public IHtmlContent ToSvg()
    {
        var svg = new StringBuilder();
        Write(svg, $"<svg class=\"chart\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-labelledby=\"{Id}-title\" ");
        Write(svg, $"preserveAspectRatio=\"xMinYMin meet\"><title id=\"{Id}-title\">{Encode(Title)}</title>");
        var top = NiceTop(Series.SelectMany(series => series.Values).Max() ?? 0);
        Axis(svg, top);
        for (var group = 0; group < Labels.Count; group++)
        {
            Bars(svg, group, top);
        }

        return new HtmlString(svg.Append("</svg>").ToString());
    }

    private void Axis(StringBuilder svg, double top)
    {
        for (var step = 0; step <= Steps; step++)
        {
            var y = Y(top * step / Steps, top);
            Write(svg, $"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/>");
            Tick(svg, Left - 6, y + 4, "end", $"{(top * step / Steps).ToString("0.#", CultureInfo.InvariantCulture)}{Unit}");
        }
    }

    private void Bars(StringBuilder svg, int group, double top)
    {
        var x = Left + group * GroupWidth + 6.0;
        var width = (GroupWidth - 14.0) / Series.Count;
        for (var index = 0; index < Series.Count; index++)
        {
            var left = x + index * width;
            if (Series[index].Values[group] is { } value)
            {
                var y = Y(value, top);
                Write(svg, $"<rect class=\"bar bar-{index + 1}\" x=\"{left:0.#}\" y=\"{y:0.#}\" width=\"{width - 2:0.#}\" ");
                Write(svg, $"height=\"{Math.Max(0, Height - Bottom - y):0.#}\" rx=\"2\"/>");
            }
            else
            {
                // A dash means that the value may not be shown; it is not zero.
                Tick(svg, left + width / 2, Height - Bottom - 4, "middle", "–");
            }
        }

        Tick(svg, x + (GroupWidth - 14.0) / 2, Height - Bottom + 18, "middle", Labels[group]);
    }

    private static void Tick(StringBuilder svg, double x, double y, string anchor, string text) =>
        Write(svg, $"<text class=\"tick\" x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{Encode(text)}</text>");

    private static double Y(double value, double top) => Top + Plot * (1 - value / top);

    // The next of 4, 8, 12, 20, 24, 32, 40, 80 …, so that the steps of the axis are whole numbers.
    private static double NiceTop(double most)
    {
        var scale = 1.0;
        while (most > 32 * scale)
        {
            scale *= 10;
        }

        return scale * Tops.First(step => most <= step * scale);
    }

    private static void Write(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture));

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
