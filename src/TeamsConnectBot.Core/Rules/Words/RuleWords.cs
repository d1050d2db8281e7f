using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Core.Rules;

/// <summary>The texts about rules in one language.</summary>
internal abstract class RuleWords
{
    public abstract string And { get; }

    /// <summary>The word before the first of several alternatives in parentheses, which makes clear what 'or' connects.</summary>
    public abstract string Either { get; }

    /// <summary>The word before each other alternative after <see cref="Either"/>.</summary>
    public abstract string Or { get; }

    /// <summary>The words between two groups of people.</summary>
    public abstract string OrPeople { get; }

    public abstract string SomePeople { get; }

    public abstract string Everybody { get; }

    public abstract string Nobody { get; }

    public abstract string Nothing { get; }

    /// <summary>The offer if the rule has none.</summary>
    public abstract string OwnOffer { get; }

    public abstract string AllPools { get; }

    public abstract string Of(Threshold threshold);

    /// <summary>A threshold that does not hold, phrased without putting 'not' before it.</summary>
    public abstract string Not(Threshold threshold);

    public abstract string Of(Signal signal);

    public abstract string Department(IReadOnlyList<string> names);

    public abstract string NotDepartment(IReadOnlyList<string> names);

    /// <summary>All departments that a rule does not name.</summary>
    public abstract string OtherDepartments { get; }

    /// <summary>How often, as the answer to 'how often do you work with AI?'.</summary>
    public abstract string Band(AiUseBand band);

    /// <summary>People in exactly this band.</summary>
    public abstract string OfBand(AiUseBand band);

    public abstract string OfferName(Offer offer);

    /// <param name="pools">Empty for all.</param>
    /// <param name="condition">Null for everybody.</param>
    public abstract string Whom(IReadOnlyList<string> pools, string? condition);

    public abstract string What(Offer? offer);

    public abstract string HowOften(int cadenceWeeks, int mostPerWeek, int longestBackOffWeeks);

    public abstract string Quiet(DailySpan quiet);

    public abstract string Keeps(int days, int groupMinimum);

    public abstract string NewSignal(string signal);

    /// <param name="wider">The wider use; its numbers without the name of their field.</param>
    /// <param name="people">The additional people in words; empty if the change is about something else.</param>
    public abstract string Wider(WiderUse wider, string people);

    public abstract string Field(string name);

    protected static string Time(NodaTime.LocalTime time) => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
