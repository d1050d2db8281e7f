using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.HelpRequests;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Signals;

namespace TeamsConnectBot.Admin.Notices;

/// <summary>
/// The message about something that waits. There is none once it was decided or withdrawn, or when the person switched it off.
/// </summary>
internal sealed class ApprovalNoticeMessages(PoolCatalogue pools, IOptions<AdminOptions> options) : MessageSource
{
    public override IReadOnlyList<MessageKind> Kinds { get; } = [MessageKind.ApprovalWaits];

    public override async Task<Card?> ComposeAsync(
        ConnectDb db, Message message, Participant person, CancellationToken cancellationToken)
    {
        if (person.ApprovalNoticesSince is null
            || await db.RuleApprovals.FindAsync([message.SubjectId], cancellationToken) is not { State: ApprovalState.Waiting } row)
        {
            return null;
        }

        var page = options.Value.PublicUrl is { Length: > 0 } address ? new Uri(new Uri(address), $"{AdminFeature.Root}/approvals") : null;
        return new ApprovalWaitsCard(await NameAsync(db, row, person.Language, cancellationToken), page);
    }

    private async Task<string> NameAsync(ConnectDb db, RuleApprovalRow row, string language, CancellationToken cancellationToken)
    {
        var t = PageTexts.For(language);
        if (SignalApprovals.SourceOf(row.RuleId) is { } source)
        {
            return t["signals." + source];
        }

        return HelpApprovals.PoolOf(row.RuleId) is { } pool ? t.Say("helpRequests.heading", pools.NameOf(pool, language))
            : await db.RuleVersions.FindAsync([row.RuleId, row.Number], cancellationToken) is { } version
                ? RuleStore.Parse(version.Json).Name.In(language) : row.RuleId;
    }
}
