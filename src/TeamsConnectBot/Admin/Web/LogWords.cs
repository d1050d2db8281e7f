using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime.Text;
using TeamsConnectBot.Audit;
using TeamsConnectBot.Core.Rituals.Holidays;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Words;
using TeamsConnectBot.HelpRequests;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Admin.Web;

/// <summary>
/// Describes an entry of the audit log in the page's language. The log itself stores one fixed form, which its hashes cover.
/// </summary>
internal static partial class LogWords
{
    private const string Price = ", price ";

    // Earlier versions wrote days in the machine's culture, which on a server is the invariant one.
    private static readonly LocalDatePattern OldDays = LocalDatePattern.Create("dddd, dd MMMM yyyy", CultureInfo.InvariantCulture);

    /// <param name="t">The page's texts.</param>
    /// <param name="row">The entry.</param>
    /// <param name="nameOf">Gives the display name of a pool.</param>
    public static string About(PageTexts t, AuditRow row, Func<string, string>? nameOf = null)
    {
        var subject = t.Find("log.subject." + row.Subject) ?? t.Find("first.body." + row.Subject) ?? Signal(t, row.Subject)
            ?? Questions(t, row.Subject, nameOf) ?? row.Subject;
        return $"{subject} {Detail(t, row, nameOf)}".Trim();
    }

    /// <summary>
    /// The action and its subject in one line; a separable Dutch verb such as 'wees … af' gets the subject in its middle.
    /// </summary>
    public static string Line(PageTexts t, AuditRow row, Func<string, string>? nameOf = null)
    {
        var (act, about) = (t["act." + row.Action], About(t, row, nameOf));
        return act.Contains('…', StringComparison.Ordinal) ? act.Replace("…", about, StringComparison.Ordinal) : $"{act} {about}".TrimEnd();
    }

    private static string? Signal(PageTexts t, string subject) =>
        subject.Split(':') is ["signal", var source] ? t.Find("signals." + source) : null;

    private static string? Questions(PageTexts t, string subject, Func<string, string>? nameOf) =>
        HelpApprovals.PoolOf(subject) is { } pool ? t.Say("log.questions", nameOf?.Invoke(pool) ?? pool) : null;

    private static string Detail(PageTexts t, AuditRow row, Func<string, string>? nameOf) => (row.Action, row.Subject) switch
    {
        (AuditAction.DryRun, _) => row.Detail.Replace(Price, $", {t["log.price"]} ", StringComparison.Ordinal),
        (AuditAction.ApprovalAsked, _) => string.Join(' ', row.Detail.Split("; ").Select(use => Use(t, use, nameOf))),
        (AuditAction.Approved or AuditAction.Refused, _) => Decision(t, row.Detail),
        (AuditAction.Lapsed, _) => row.Detail switch
        {
            "" => t["log.lapsedNothing"], Lapsing.Off => t["log.lapsedOff"], var number => t.Say("log.lapsedTo", number),
        },
        (AuditAction.SettingChanged, "holiday") => Holiday(t, row.Detail),
        (AuditAction.SettingChanged, "publicHoliday") => PublicHoliday(t, row.Detail),
        (AuditAction.SettingChanged, "text") => Text(t, row.Detail),
        (AuditAction.SettingChanged, "contacts") when row.Detail.Length == 0 => t["log.contacts.settings"],
        (AuditAction.SettingChanged, "topics") when row.Detail.Length == 0 => t["log.topics.shipped"],
        _ => t.Find("log.detail." + row.Detail) ?? row.Detail,
    };

    // Its last day and its reason, each of which may be missing.
    private static string Decision(PageTexts t, string detail)
    {
        var parts = Terms().Match(detail) is { Success: true } match && DayOf(match.Groups["day"].Value) is { } day
            ? new[] { t.Say("log.until", Dates.Day(t, day)), match.Groups["reason"].Value } : ["", detail];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    private static string Holiday(PageTexts t, string detail) =>
        detail.Split(": ", 2) is [var written, var name] && DayOf(written) is { } day
        ? t.Say(name == "-" ? "log.holiday.gone" : "log.holiday.set", Dates.Day(t, day), name) : detail;

    private static string PublicHoliday(PageTexts t, string detail) =>
        detail.Split(": ") is [var named, var state and ("off" or "work")] && named.Split(' ', 2) is [var country, var name]
        ? t.Say($"log.publicHoliday.{state}", NameOf(t, country, name), country) : detail;

    private static string NameOf(PageTexts t, string country, string name) => (PublicHolidays.Knows(country)
        ? Enumerable.Range(2026, 10).SelectMany(year => PublicHolidays.In(country, year)).FirstOrDefault(one => one.English == name) : null)
        ?.Name(Languages.OfCode(t.Language)) ?? name;

    private static LocalDate? DayOf(string written) =>
        LocalDatePattern.Iso.Parse(written) is { Success: true, Value: var day } ? day
        : OldDays.Parse(written) is { Success: true, Value: var old } ? old : null;

    private static string Text(PageTexts t, string detail)
    {
        if (OwnText().Match(detail) is not { Success: true } text || t.Find("text." + text.Groups["key"].Value) is not { } name)
        {
            return detail;
        }

        var (words, language) = (text.Groups["words"].Value, t["language." + text.Groups["language"].Value]);
        return t.Say(words == "-" ? "log.text.gone" : "log.text.set", name, language, words);
    }

    private static string Use(PageTexts t, string use, Func<string, string>? nameOf) =>
        Widening().Match(use) is { Success: true } match && Enum.TryParse<WideningKind>(match.Groups["kind"].Value, out var kind)
            ? RuleText.Wider(new WiderUse(kind, match.Groups["before"].Value, match.Groups["after"].Value), t.Language, nameOf) : use;

    [GeneratedRegex("^(?<language>nl|en) (?<key>[A-Za-z.]+): (?<words>.*)$")]
    private static partial Regex OwnText();

    [GeneratedRegex("^until (?<day>[0-9-]{10})(?:; (?<reason>.*))?$")]
    private static partial Regex Terms();

    [GeneratedRegex("^(?<kind>[A-Za-z]+): (?<before>.*?) ?→ (?<after>.*)$")]
    private static partial Regex Widening();
}
