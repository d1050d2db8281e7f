using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Rules;

/// <summary>The words of one language.</summary>
internal abstract class RuleWords
{
    public abstract string And { get; }

    public abstract string Or { get; }

    public abstract string Anything { get; }

    public abstract string Nothing { get; }

    public abstract string Not(string what);

    public abstract string Of(Threshold threshold);

    public abstract string Of(Signal signal);

    public abstract string Department(IReadOnlyList<string> names);

    /// <param name="pools">Empty for all.</param>
    /// <param name="condition">Null for everybody.</param>
    public abstract string Whom(IReadOnlyList<string> pools, string? condition);

    public abstract string What(Offer? offer);

    public abstract string HowOften(int cadenceWeeks, int mostPerWeek, int longestBackOffWeeks);

    public abstract string Quiet(DailySpan quiet);

    public abstract string Keeps(int days, int groupMinimum);

    public abstract string NewSignal(string signal);

    public abstract string Wider(WiderUse wider);

    public abstract string Field(string name);

    protected static string Time(NodaTime.LocalTime time) => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
