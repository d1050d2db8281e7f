using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace TeamsConnectBot.Admin.Charts;

/// <summary>Bars that belong together, such as 'said yes'; null where nothing may be shown.</summary>
internal sealed record Series(string Name, IReadOnlyList<double?> Values);

/// <summary>
/// Grouped bars as SVG, made here: no script, colours from the stylesheet, so that it follows light and dark. The numbers stand in
/// the table beside it; the picture tells its title only.
/// </summary>
internal sealed record BarChart(string Id, string Title, IReadOnlyList<string> Labels, IReadOnlyList<Series> Series, string Unit = "")
{
    private const int Height = 240;
    private const int Left = 44;
    private const int Bottom = 40;
    private const int Top = 16;
    private const int GroupWidth = 62;
    private const int Steps = 4;
    private const int Plot = Height - Top - Bottom;

    private int Width => Left + Math.Max(4, Labels.Count) * GroupWidth + 12;

    /// <summary>Whether nothing may be shown: axes without bars would only puzzle.</summary>
    public bool IsEmpty => Series.All(series => series.Values.All(value => value is null));

    public IHtmlContent ToSvg()
    {
        var svg = new StringBuilder();
        Write(svg, $"<svg class=\"chart\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-labelledby=\"{Id}-title\" preserveAspectRatio=\"xMinYMin meet\">");
        Write(svg, $"<title id=\"{Id}-title\">{Encode(Title)}</title>");
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
            Write(svg, $"<text class=\"tick\" x=\"{Left - 6}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{top * step / Steps:0.#}{Encode(Unit)}</text>");
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
                Write(svg, $"<rect class=\"bar bar-{index + 1}\" x=\"{left:0.#}\" y=\"{y:0.#}\" width=\"{width - 2:0.#}\" height=\"{Math.Max(0, Height - Bottom - y):0.#}\" rx=\"2\"/>");
            }
            else
            {
                // A dash on the axis: not zero, but not shown.
                Write(svg, $"<text class=\"tick\" x=\"{left + width / 2:0.#}\" y=\"{Height - Bottom - 4}\" text-anchor=\"middle\">–</text>");
            }
        }

        Write(svg, $"<text class=\"tick\" x=\"{x + (GroupWidth - 14.0) / 2:0.#}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{Encode(Labels[group])}</text>");
    }

    private static double Y(double value, double top) => Top + Plot * (1 - value / top);

    // The next of 4, 8, 12, 20, 40, 80, 120 …: whole numbers at each of the steps.
    private static double NiceTop(double most)
    {
        for (var scale = 1.0; ; scale *= 10)
        {
            foreach (var step in new[] { 4, 8, 12, 20, 24, 32 })
            {
                if (most <= step * scale)
                {
                    return step * scale;
                }
            }
        }
    }

    private static void Write(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture));

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
