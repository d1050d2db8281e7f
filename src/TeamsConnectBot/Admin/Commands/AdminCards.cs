using System.Globalization;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Rules.Words;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Admin.Commands;

/// <summary>Shows outcomes as cards, in the reader's language.</summary>
internal static class AdminCards
{
    public static CommandRefusedCard Refusal(string command, Role who) =>
        new(command, who.HasFlag(Role.Admin) ? WhoCan.Admins : WhoCan.WorksCouncil, []);

    /// <summary>A heading with lines under it.</summary>
    public static OfficeCard Lines(string heading, params IReadOnlyList<string> lines) => new(heading, [new OfficeSection("", lines)]);

    /// <summary>The outcome of switching a rule on or off.</summary>
    public static Card Of(RuleOutcome outcome, string id, bool on, string command, string language)
    {
        var texts = Texts.For(language).Office;
        var name = outcome.Rule?.Name.In(language) ?? id;
        return outcome.Kind switch
        {
            RuleOutcomeKind.Done => outcome.EndedTrial
                ? Lines((on ? texts.IsOn : texts.IsOff).With(("rule", name)), PageTexts.For(language)["trial.endedToo"])
                : new OfficeCard((on ? texts.IsOn : texts.IsOff).With(("rule", name)), []),
            RuleOutcomeKind.Waiting =>
                Lines(texts.NowWaits.With(("rule", name)), [.. outcome.Wider.Select(use => RuleText.Wider(use, language))]),
            RuleOutcomeKind.Invalid =>
                Lines(texts.CantBeUsed, [.. outcome.Problems.Select(problem => ProblemWords.Say(PageTexts.For(language), problem))]),
            RuleOutcomeKind.Conflict => Lines(texts.Conflict, [.. outcome.Difference.Select(change => RuleText.Change(change, language))]),
            RuleOutcomeKind.AskedYourself => new OfficeCard(texts.AskedYourself, []),
            RuleOutcomeKind.NotAllowed => Refusal(command, outcome.Who),
            _ => NoSuchRule(id, language),
        };
    }

    public static OfficeCard NoSuchRule(string id, string language) =>
        new(Texts.For(language).Office.NoSuchRule.With(("rule", id.Length == 0 ? "…" : id)), []);

    /// <param name="entry">The rule.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="withId">Whether to show its id too, for people who type commands about it.</param>
    /// <param name="nameOf">Gives the display name of a pool.</param>
    public static OfficeSection Sentences(RuleEntry entry, string language, bool withId, Func<string, string> nameOf) => new(
        HeadingOf(entry, language, withId), [entry.Rule.Why.In(language), .. RuleText.Sentences(entry.Rule, language, nameOf)]);

    /// <summary>A rule's name, version and state.</summary>
    public static string HeadingOf(RuleEntry entry, string language, bool withId)
    {
        var texts = Texts.For(language).Office;
        var state = entry.Waiting is not null ? $" ({texts.Waiting})" : entry.IsOn ? "" : $" ({texts.Off})";
        var version = texts.Version.With(("number", entry.Number.ToString(CultureInfo.InvariantCulture)));
        return $"{entry.Rule.Name.In(language)} · {version}{(withId ? $" · {entry.Rule.Id}" : "")}{state}";
    }
}
