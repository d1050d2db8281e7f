using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Cards.Rituals;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>What somebody is told who leads no team the bot is in, and takes part in no ritual; for all others see <c>Rituals/Commands/PersonalRituals</c>.</summary>
internal sealed class RitualsCommand : ChatCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["ritueel", "rituelen", "afspraken"],
        ["en"] = ["ritual", "rituals", "agreements"],
    };

    public override int HelpPosition => 9;

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "vaste momenten van je team; hier, of in het kanaal van je team",
        ["en"] = "your team's regular moments; here, or in your team's channel",
    };

    public override Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken) =>
        Task.FromResult<Card>(new RitualNoticeCard(RitualNotice.OnlyHere));
}
