using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Core.Rules.Words;

/// <summary>The words of one language.</summary>
internal abstract class RuleWords
{
    public abstract string And { get; }

    /// <summary>Stands before each of two or more alternatives within brackets, so that no 'or' in them is taken for it.</summary>
    public abstract string Either { get; }

    /// <summary>As <see cref="Either"/>, before the second alternative and those after it.</summary>
    public abstract string Or { get; }

    /// <summary>Between people of one kind and of another.</summary>
    public abstract string OrPeople { get; }

    public abstract string SomePeople { get; }

    public abstract string Everybody { get; }

    public abstract string Nobody { get; }

    public abstract string Nothing { get; }

    /// <summary>What is offered where the rule does not say.</summary>
    public abstract string OwnOffer { get; }

    public abstract string AllPools { get; }

    public abstract string Of(Threshold threshold);

    /// <summary>That a threshold does not hold, as a sentence of its own and not with 'not' before it.</summary>
    public abstract string Not(Threshold threshold);

    public abstract string Of(Signal signal);

    public abstract string Department(IReadOnlyList<string> names);

    public abstract string NotDepartment(IReadOnlyList<string> names);

    /// <summary>Departments other than those a rule names.</summary>
    public abstract string OtherDepartments { get; }

    /// <summary>How often, as an answer to 'how often with AI?'.</summary>
    public abstract string Band(AiUseBand band);

    /// <summary>People of a band and no other.</summary>
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

    /// <param name="wider">What it is; numbers in it without their field's name.</param>
    /// <param name="people">Whom the rule would be for, too, in words; empty when it is about something else.</param>
    public abstract string Wider(WiderUse wider, string people);

    public abstract string Field(string name);

    protected static string Time(NodaTime.LocalTime time) => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
