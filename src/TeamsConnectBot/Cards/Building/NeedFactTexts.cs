using System.Globalization;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Cards.Building;

/// <summary>
/// The facts behind a need, in words for the person themselves. They are from when the person was asked, which may be a year ago.
/// </summary>
internal sealed record NeedFactTexts(
    Plural DaysSinceContact, string NoContactYet, AiUseTexts AiUse, string NoAiUseKnown, Plural TurnsLeftOut, string JustStarted,
    Template Newcomer, Plural RemoteDays, string OwnRequest)
{
    private const int FewDays = 7;

    public string For(NeedFact fact) => fact.Kind switch
    {
        NeedFactKind.DaysSinceContact => DaysSinceContact.With(fact.Value),
        NeedFactKind.NoContactYet => NoContactYet,
        NeedFactKind.AiUse => AiUse.For((AiUseBand)fact.Value),
        NeedFactKind.NoAiUseKnown => NoAiUseKnown,
        NeedFactKind.TurnsLeftOut => TurnsLeftOut.With(fact.Value),
        NeedFactKind.Newcomer when fact.Value < FewDays => JustStarted,
        NeedFactKind.Newcomer => Newcomer.With(("count", fact.Value.ToString(CultureInfo.InvariantCulture))),
        NeedFactKind.RemoteDays => RemoteDays.With(fact.Value),
        NeedFactKind.OwnRequest => OwnRequest,
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.Kind, "No texts for this fact."),
    };
}

internal sealed record AiUseTexts(string None, string Some, string MostDays, string NearlyEveryDay)
{
    public string For(AiUseBand band) => EnumTexts.Of<string>(this, band);
}
