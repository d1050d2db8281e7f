using System.Globalization;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Rules.Words;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Book;

namespace TeamsConnectBot.Admin.Commands;

/// <summary>Puts outcomes into cards, in the reader's words.</summary>
internal static class OfficeCards
{
    public static CommandRefusedCard Refusal(string command, Offices who) =>
        new(command, (who & Offices.Admin) != 0 ? WhoCan.Admins : WhoCan.WorksCouncil, []);

    /// <summary>What came of switching or publishing a rule.</summary>
    public static Card Of(RuleOutcome outcome, string id, bool on, string command, string language)
    {
        var texts = Texts.For(language).Office;
        var name = outcome.Rule?.Name.In(language) ?? id;
        return outcome.Kind switch
        {
            RuleOutcomeKind.Done => new OfficeCard((on ? texts.IsOn : texts.IsOff).With(("rule", name)), []),
            RuleOutcomeKind.Waiting => new OfficeCard(
                texts.NowWaits.With(("rule", name)), [new OfficeSection("", [.. outcome.Wider.Select(one => RuleText.Wider(one, language))])]),
            RuleOutcomeKind.Invalid => new OfficeCard(
                texts.CantBeUsed,
                [new OfficeSection("", [.. outcome.Problems.Select(problem => ProblemWords.Say(PageTexts.For(language), problem))])]),
            RuleOutcomeKind.Conflict => new OfficeCard(texts.Conflict, [new OfficeSection("", [.. outcome.Difference.Select(change => RuleText.Change(change, language))])]),
            RuleOutcomeKind.AskedYourself => new OfficeCard(texts.AskedYourself, []),
            RuleOutcomeKind.NotAllowed => Refusal(command, outcome.Who),
            _ => NoSuchRule(id, language),
        };
    }

    public static OfficeCard NoSuchRule(string id, string language) => new(Texts.For(language).Office.NoSuchRule.With(("rule", id.Length == 0 ? "…" : id)), []);

    /// <param name="entry">The rule.</param>
    /// <param name="language">Whose words.</param>
    /// <param name="withId">Whether its id is said, too, for whoever types commands about it.</param>
    /// <param name="nameOf">What people call a pool.</param>
    public static OfficeSection Sentences(RuleEntry entry, string language, bool withId, Func<string, string> nameOf)
    {
        var texts = Texts.For(language).Office;
        var state = (entry.IsOn, entry.Waiting) switch
        {
            (_, not null) => $" ({texts.Waiting})",
            (false, _) => $" ({texts.Off})",
            _ => "",
        };
        var version = texts.Version.With(("number", entry.Number.ToString(CultureInfo.InvariantCulture)));
        return new OfficeSection(
            $"{entry.Rule.Name.In(language)} · {version}{(withId ? $" · {entry.Rule.Id}" : "")}{state}",
            [entry.Rule.Why.In(language), .. RuleText.Sentences(entry.Rule, language, nameOf)]);
    }
}
