using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.FirstUse;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules;

namespace TeamsConnectBot.Admin.Commands;

/// <summary>Stops every round and invitation, at once; where participants decide together, asks them all whether to go on.</summary>
internal sealed class StopEverythingCommand(
    OfficeBook offices, EverythingStop stop, FirstUseDecision firstUse, VoteOpening votes, Database database, CardComposer composer) : OfficeCommand(offices)
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["stop alles"],
        ["en"] = ["stop everything"],
    };

    public override IReadOnlyDictionary<string, string> Help => firstUse.IsByVote
        ? new Dictionary<string, string>
        {
            ["nl"] = "iedereen in een geheime stemming vragen of we doorgaan",
            ["en"] = "ask everybody in a secret vote whether to go on",
        }
        : new Dictionary<string, string>
        {
            ["nl"] = "voor iedereen alle uitnodigingen stoppen (beheerders en ondernemingsraad)",
            ["en"] = "stop all invitations for everybody (admins and works council)",
        };

    protected override Offices Who => firstUse.IsByVote ? Offices.None : MayStop;

    protected override bool MayMeanOneself => true;

    private static Offices MayStop => Offices.Admin | Offices.WorksCouncil;

    protected override async Task<Card> RunAsync(Actor actor, string language, string rest, CancellationToken cancellationToken)
    {
        if (!actor.Is(MayStop))
        {
            return await AskEverybodyAsync(actor, cancellationToken);
        }

        await stop.StopAsync(actor, cancellationToken);
        var texts = Texts.For(language).Office;
        return new OfficeCard(texts.Stopped, [new OfficeSection("", [texts.StoppedLine])]);
    }

    private async Task<Card> AskEverybodyAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (await database.ReadAsync(db => db.Participants.FindAsync([actor.Id], cancellationToken).AsTask(), cancellationToken) is not { JoinedAt: not null } person)
        {
            return new StateCard(CardState.NotTakingPart);
        }

        var reader = composer.ReaderFor(person);
        var (vote, asked) = (reader.Texts.Office.Vote, await votes.AskAsync(cancellationToken));
        var line = asked switch
        {
            { IsInUse: false } => reader.Texts.Office.Report.NotAgreed,
            { Until: { } until } => vote.Asked.With(("moment", reader.Moments.Moment(until))),
            _ => vote.AskedTooSoon,
        };
        return new OfficeCard(vote.Heading, [new OfficeSection("", [line])]);
    }
}
