using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rules.Rows;

namespace TeamsConnectBot.Rules.Store;

/// <summary>What a rule becomes when a yes until a day ends.</summary>
/// <param name="State">The state of the rule, which is on.</param>
/// <param name="Before">What is in force again; null when the rule is then off.</param>
internal sealed record LimitedYes(RuleStateRow State, Rule? Before)
{
    /// <summary>
    /// What the end of a yes changes; null when it changes nothing: the rule is off, uses no more data than before the yes, or got a
    /// newer yes.
    /// </summary>
    public static async Task<LimitedYes?> EndOfAsync(ConnectDb db, RuleApprovalRow yes, CancellationToken cancellationToken)
    {
        var id = yes.RuleId;
        var hasNewer = await db.RuleApprovals.AnyAsync(
            row => row.RuleId == id && row.State == ApprovalState.Approved
                && (row.DecidedAt > yes.DecidedAt || (row.DecidedAt == yes.DecidedAt && row.Number > yes.Number)),
            cancellationToken);
        if (hasNewer || await db.RuleStates.FindAsync([id], cancellationToken) is not { IsOn: true, ActiveNumber: { } active } state)
        {
            return null;
        }

        var before = yes.BeforeNumber is { } number ? await VersionAsync(db, id, number, cancellationToken) : null;
        var usesMore = DataUse.Widens(before, await VersionAsync(db, id, active, cancellationToken)).Count > 0;
        return usesMore ? new LimitedYes(state, before) : null;
    }

    public static async Task<Rule> VersionAsync(ConnectDb db, string id, int number, CancellationToken cancellationToken) =>
        RuleStore.Parse((await db.RuleVersions.SingleAsync(row => row.RuleId == id && row.Number == number, cancellationToken)).Json);
}

/// <summary>A yes until a day, as the pages show it.</summary>
/// <param name="Yes">The works council's answer.</param>
/// <param name="Ended">What its end did, as the log says it; null while it holds.</param>
internal sealed record LimitedYesNote(RuleApprovalRow Yes, string? Ended);
