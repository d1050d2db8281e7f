using TeamsConnectBot.Core.Rules.Definition;

namespace TeamsConnectBot.Core.Rules.Words;

/// <summary>A part of a rule's sentence that can be changed by itself.</summary>
public enum RulePart
{
    /// <summary>In which pools.</summary>
    Groups,

    /// <summary>Whom it selects.</summary>
    People,

    /// <summary>What it offers.</summary>
    Offer,

    /// <summary>How often.</summary>
    Often,

    /// <summary>When not.</summary>
    Quiet,
}

/// <summary>Some words of a rule's sentence.</summary>
/// <param name="Part">The part they say; null for the words in between.</param>
/// <param name="Text">The words.</param>
public sealed record SentencePart(RulePart? Part, string Text);

/// <summary>
/// Puts a rule into one sentence that says everything that decides who is asked, for what and when: 'Ask people who have met nobody
/// through the bot for 6 weeks or longer, for coffee, at most once every 2 weeks by this rule.'
/// </summary>
internal static class RuleSentence
{
    public static IReadOnlyList<SentencePart> Of(Rule rule, RuleWords words, string? people, Func<string, string> nameOf)
    {
        var pools = rule.Pools.Select(nameOf).Order(StringComparer.OrdinalIgnoreCase).ThenBy(name => name, StringComparer.Ordinal).ToList();
        List<SentencePart> parts = [.. Beginning(pools, words)];
        parts.Add(new(RulePart.People, people ?? (rule.When.IsAlways ? words.EverybodyTakingPart : ConditionWords.Say(rule.When, words))));

        // Otherwise 'who have met nobody for 3 weeks for a walk' could be read as one thing.
        parts.Add(new(null, people is null && rule.When.IsAlways ? " " : ", "));
        parts.Add(new(RulePart.Offer, words.ForOffer(rule.Offer)));
        parts.Add(new(null, ", "));
        parts.Add(new(RulePart.Often, words.HowOften(rule.CadenceWeeks, rule.Budget.MostPerWeek)));
        if (rule.QuietHours is { } quiet)
        {
            parts.AddRange([new(null, ", "), new(RulePart.Quiet, words.NotBetween(quiet))]);
        }

        parts.Add(new(null, "."));
        return parts;
    }

    private static IEnumerable<SentencePart> Beginning(List<string> pools, RuleWords words) => (pools, words.IsDutch) switch
    {
        ([], true) => [new(null, "Vraag ")],
        ([], false) => [new(null, "Ask ")],
        (_, true) => [new(null, "Vraag "), new(RulePart.Groups, $"in {words.Groups(pools)}"), new(null, " ")],
        (_, false) => [new(RulePart.Groups, $"In {words.Groups(pools)}"), new(null, ", ask ")],
    };
}
