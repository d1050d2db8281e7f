using TeamsConnectBot.Status;

namespace TeamsConnectBot.Admin.Web;

/// <summary>What works, since when, and what to do, in a sentence each: on the overview, in <c>/health/ready</c> and in `check`.</summary>
internal static class StatusWords
{
    /// <summary>One sentence about all parts.</summary>
    public static string Summary(PageTexts t, IReadOnlyList<PartStatus> parts)
    {
        var troubles = parts.Where(part => part.IsTrouble).ToList();
        var isSomeUnknown = parts.Any(part => part.State == PartState.Unknown);
        if (troubles.Count > 0)
        {
            var names = string.Join(", ", troubles.Select(part => t[$"status.part.{part.Part}"]));
            return t.Say(isSomeUnknown ? "status.someButUnknown" : "status.some", names);
        }

        var newest = parts.MaxBy(part => part.Since);
        return newest is null || isSomeUnknown
            ? t["status.allButUnknown"] : t.Say("status.all", Since(t, newest));
    }

    public static string Title(PageTexts t, PartStatus part) => t.Say($"status.title.{part.State}", t[$"status.part.{part.Part}"]);

    public static string Says(PageTexts t, PartStatus part) => part.IsTrouble
        ? t.Say($"status.{part.Part}.{part.Finding.Reason}", Since(t, part), part.Finding.Detail)
        : t.Say($"status.{part.State}", Since(t, part));

    /// <summary>What somebody who manages the service can do; null when nothing is wrong.</summary>
    public static string? Do(PageTexts t, PartStatus part) =>
        part.Finding.Remedies.Select(remedy => t.Find($"remedy.{remedy}")).FirstOrDefault(text => text is not null);

    /// <summary>What to do, in English: for those who run `check`.</summary>
    public static string Remedy(string key) => PageTexts.For(PageTexts.Default)[$"remedy.{key}"];

    /// <inheritdoc cref="Remedy"/>
    /// <returns>Null when there is no text for the code.</returns>
    public static string? FindRemedy(string code) => PageTexts.For(PageTexts.Default).Find($"remedy.{code}");

    private static string Since(PageTexts t, PartStatus part)
    {
        var moment = part.Since is { } since ? Dates.Moment(t, since) : "";
        return part.IsSinceStart ? t.Say("status.start", moment) : moment;
    }
}
