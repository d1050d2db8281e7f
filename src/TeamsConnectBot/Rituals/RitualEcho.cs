using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals;

/// <summary>A plan in full, as it is echoed before anything is saved: <c>elke vrijdag 15:30–16:00 (Amsterdam), eerstvolgende: vr 27 nov</c>.</summary>
internal sealed class RitualEcho(PlanTimes times)
{
    /// <summary>The same in a few words, for a button.</summary>
    public string Short(RitualPlan plan, Reader reader) => Of(plan, reader);

    public string Of(RitualPlan plan, Reader reader)
    {
        var next = times.Next(plan, reader.Now);
        return $"{plan.Rule} {plan.At} {plan.Minutes} {next?.Date}";
    }
}
