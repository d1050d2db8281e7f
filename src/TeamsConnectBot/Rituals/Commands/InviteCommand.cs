using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Calendar;
using TeamsConnectBot.Rituals.Spaces;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Puts a ritual into colleagues' calendars.</summary>
internal sealed class InviteCommand(RitualFinder finder, SpaceMembers members, RitualCalendars calendars) : RitualCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["uitnodigen", "nodig uit"],
        ["en"] = ["invite"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "collega’s erbij vragen: ‘ritueel uitnodigen vrijdagkoffie @Sam’",
        ["en"] = "ask colleagues along: ‘ritual invite coffee @Sam’",
    };

    private const int MostAtOnce = 20;

    // Anyone may ask a colleague along; whoever would rather not takes it out again, unseen.
    public override async Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        var (ritual, _, answer) = await finder.FindAsync(turn, "invite", cancellationToken);
        if (ritual is null)
        {
            return answer!;
        }

        var mentioned = turn.Visitor.Mentioned.Select(member => member.Id!).Distinct().Take(MostAtOnce).ToList();
        if (mentioned.Count == 0)
        {
            return new RitualNoticeCard(RitualNotice.NobodyMentioned);
        }

        await calendars.AddAsync(ritual.Id, await members.FindAsync(turn.Space, mentioned, cancellationToken), cancellationToken);
        return new RitualNoticeCard(RitualNotice.Invited, ritual.Plan.Name);
    }
}
