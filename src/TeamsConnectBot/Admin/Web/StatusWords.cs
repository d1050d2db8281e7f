using TeamsConnectBot.Status;

namespace TeamsConnectBot.Admin.Web;

/// <summary>
/// What works, since when, and what to do, in a sentence each: on the overview and in <c>/health/ready</c>. What to do is also what
/// <c>check</c> says where it finds the same.
/// </summary>
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

    /// <summary>What to do, in English: for whoever runs <c>check</c>.</summary>
    public static string Remedy(string key) => PageTexts.For(PageTexts.Default)[$"remedy.{key}"];

    /// <summary>What to do about one of Entra's error codes, in English; null when there is no text for it.</summary>
    public static string? FindRemedy(string code) => PageTexts.For(PageTexts.Default).Find($"remedy.{code}");

    private static string Since(PageTexts t, PartStatus part)
    {
        var moment = part.Since is { } since ? Dates.Moment(t, since) : "";
        return part.IsSinceStart ? t.Say("status.start", moment) : moment;
    }
}
