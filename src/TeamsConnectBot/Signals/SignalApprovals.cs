using TeamsConnectBot.Data;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Signals;

/// <summary>A source that was switched on in the settings and awaits the works council's decision.</summary>
internal sealed record WaitingSignal(SignalSource Source, Instant AskedAt);

/// <summary>A source that was switched on in the settings and decided on.</summary>
internal sealed record DecidedSignal(SignalSource Source, bool IsApproved);

/// <summary>
/// The works council's decisions about sources of AI-use days. Switching a source on in the settings only requests approval; the source is
/// read from the moment they approve, and no longer from the moment they refuse. Nothing is read while everything is stopped, or where
/// using the app at all is not approved.
/// </summary>
internal sealed class SignalApprovals(
    Database database, SettingApprovals approvals, UseDecision use, IOptions<SignalsOptions> options)
{
    private readonly SignalsOptions settings = options.Value;

    /// <summary>Whether a source is switched on in the settings.</summary>
    public bool IsOn(SignalSource source) => source == SignalSource.CopilotReport ? settings.CopilotReport : settings.CopilotNotifications;

    /// <summary>Whether a source may be read now; requests approval if nobody has.</summary>
    public Task<bool> MayReadAsync(SignalSource source, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (IsOn(source) && !IsAgreedOutside && await NewestAsync(db, source, cancellationToken) is null)
            {
                approvals.Request(db, IdOf(source), source.ToString());
                return false;
            }

            return await MayReadAsync(db, source, cancellationToken);
        },
        cancellationToken);

    /// <summary>Whether a source may be read now, in the caller's transaction.</summary>
    public async Task<bool> MayReadAsync(ConnectDb db, SignalSource source, CancellationToken cancellationToken) =>
        IsOn(source) && IsApproved(await NewestAsync(db, source, cancellationToken))
            && await Standstill.CurrentAsync(db, cancellationToken) is null
            && await use.IsApprovedAsync(db, cancellationToken);

    /// <summary>The sources that await a decision.</summary>
    public Task<List<WaitingSignal>> WaitingAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async db =>
        {
            var waiting = new List<WaitingSignal>();
            foreach (var source in Enum.GetValues<SignalSource>())
            {
                if (IsOn(source) && await NewestAsync(db, source, cancellationToken) is { State: ApprovalState.Waiting } row)
                {
                    waiting.Add(new WaitingSignal(source, row.AskedAt));
                }
            }

            return waiting;
        },
        cancellationToken);

    /// <summary>The sources that were decided on, here or elsewhere.</summary>
    public Task<List<DecidedSignal>> DecidedAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async db =>
        {
            var decided = new List<DecidedSignal>();
            foreach (var source in Enum.GetValues<SignalSource>().Where(IsOn))
            {
                var newest = await NewestAsync(db, source, cancellationToken);
                if (newest is null ? IsAgreedOutside : newest.State != ApprovalState.Waiting)
                {
                    decided.Add(new DecidedSignal(source, IsApproved(newest)));
                }
            }

            return decided;
        },
        cancellationToken);

    /// <summary>Reverses an earlier decision, in the caller's transaction.</summary>
    public async Task<RuleOutcome> ReverseAsync(
        ConnectDb db, SignalSource source, ApprovalAnswer answer, Actor actor, CancellationToken cancellationToken)
    {
        var newest = await NewestAsync(db, source, cancellationToken);
        if (!IsOn(source) || newest?.State == ApprovalState.Waiting || IsApproved(newest) == answer.Approves)
        {
            return RuleOutcome.NotFound;
        }

        var row = approvals.Request(db, IdOf(source), source.ToString());
        var outcome = await approvals.DecideAsync(db, row, answer, actor, cancellationToken);
        if (outcome.Kind != RuleOutcomeKind.Done)
        {
            db.RuleApprovals.Remove(row);
        }

        return outcome;
    }

    /// <summary>Approves or refuses a waiting source.</summary>
    public Task<RuleOutcome> DecideAsync(
        SignalSource source, ApprovalAnswer answer, Actor actor, CancellationToken cancellationToken) =>
        approvals.DecideAsync(IdOf(source), answer, actor, cancellationToken);

    private bool IsApproved(RuleApprovalRow? newest) =>
        newest?.State is { } state ? state == ApprovalState.Approved : IsAgreedOutside;

    private bool IsAgreedOutside => !string.IsNullOrWhiteSpace(settings.AgreedBy);

    private static Task<RuleApprovalRow?> NewestAsync(ConnectDb db, SignalSource source, CancellationToken cancellationToken) =>
        SettingApprovals.NewestAsync(db, IdOf(source), cancellationToken);

    /// <summary>The source that an approval is about; null when it is about a rule.</summary>
    public static SignalSource? SourceOf(string approvalId) =>
        Enum.GetValues<SignalSource>().Cast<SignalSource?>().FirstOrDefault(source => IdOf(source!.Value) == approvalId);

    private static string IdOf(SignalSource source) => $"signal:{source}";
}
