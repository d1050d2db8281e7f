using TeamsConnectBot.Admin.Web;

namespace TeamsConnectBot.Admin.Charts;

/// <summary>
/// Values side by side, drawn once per series, so that each picture is named where it stands and needs no legend. All of it is also in a
/// table.
/// </summary>
/// <param name="Id">Unique on its page.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Shape">How the values of a series are drawn.</param>
/// <param name="Labels">What each value of a series is about, such as a week.</param>
/// <param name="Series">What is counted; each series is a picture.</param>
internal sealed record Chart(string Id, string Title, ChartShape Shape, IReadOnlyList<string> Labels, IReadOnlyList<Series> Series)
{
    /// <summary>What the labels are, above them in the table.</summary>
    public string LabelsAre { get; init; } = "";

    /// <summary>Whether the first label stands for how it is now, with which the others are compared.</summary>
    public bool ComparesWithFirst { get; init; }

    /// <summary>Whether it has no value that may be shown; axes without marks would only confuse.</summary>
    public bool IsEmpty => Series.All(series => series.Marks.All(mark => mark is null));

    /// <summary>The value at the end of a series' scale: its own, or one for all, so that the pictures can be compared.</summary>
    public double TopOf(Series series) =>
        Math.Max(series.Top ?? Series.Where(other => other.Top is null).SelectMany(other => other.Marks).Max(mark => mark?.High) ?? 0, 1);
}

internal enum ChartShape
{
    /// <summary>Upright, from left to right, for weeks.</summary>
    Columns,

    /// <summary>Lying, each below its label, for a few named values.</summary>
    Bars,
}

/// <summary>What is counted, such as 'said yes'.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Marks">A mark for each label; null where it may not be shown.</param>
/// <param name="Top">The end of its scale where it has its own, such as 100 for percents.</param>
internal sealed record Series(string Name, IReadOnlyList<Mark?> Marks, double? Top = null)
{
    public bool HidesSome => Marks.Any(mark => mark is null);
}

/// <summary>A value on a chart: a number, or the interval in which it lies.</summary>
/// <param name="Low">The lower end; the number itself when it is exact.</param>
/// <param name="High">The upper end.</param>
/// <param name="Text">The value as the table has it.</param>
/// <param name="Short">The value on the mark, where there is little room.</param>
internal sealed record Mark(double Low, double High, string Text, string Short)
{
    /// <summary>The best guess in an interval that is a confidence interval; null when the interval says all there is.</summary>
    public double? Middle { get; init; }

    public bool IsExact => Low == High;

    /// <summary>An exact number; null when it may not be shown.</summary>
    public static Mark? Of(PageTexts t, double? value, string unit = "") => value is { } shown
        ? new(shown, shown, shown.ToString("#,0.#", t.Culture) + unit, Brief(t, shown) + unit.TrimStart()) : null;

    /// <summary>A number that lies between two others; an open end has no upper one.</summary>
    public static Mark Between(double low, double high, string text) => new(low, high, text, text);

    /// <summary>A share with its confidence interval, all three in percents.</summary>
    public static Mark Around(PageTexts t, double low, double middle, double high) => new(
        low, high, t.Say("figures.around", Math.Round(middle), Math.Round(low), Math.Round(high)), $"{Math.Round(middle)}%")
    {
        Middle = middle,
    };

    private static string Brief(PageTexts t, double value) => value switch
    {
        >= 9950 => $"{Math.Round(value / 1000).ToString(t.Culture)}k",
        >= 1000 => (value / 1000).ToString("0.0", t.Culture) + "k",
        _ => Math.Round(value).ToString(t.Culture),
    };
}
