using TeamsConnectBot.Data;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Signals;

/// <summary>A source that was switched on in the settings and awaits the works council's decision.</summary>
internal sealed record WaitingSignal(SignalSource Source, Instant AskedAt);

/// <summary>
/// The works council's decisions about sources of AI-use days. Switching a source on in the settings only requests approval; the source is
/// read from the moment they approve, and no longer from the moment they refuse.
/// </summary>
internal sealed class SignalApprovals(Database database, SettingApprovals approvals, IOptions<SignalsOptions> options)
{
    private readonly SignalsOptions settings = options.Value;

    /// <summary>Whether a source is switched on in the settings.</summary>
    public bool IsOn(SignalSource source) => source == SignalSource.CopilotReport ? settings.CopilotReport : settings.CopilotNotifications;

    /// <summary>Whether a source may be read now; requests approval if nobody has.</summary>
    public Task<bool> MayReadAsync(SignalSource source, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (!IsOn(source))
            {
                return false;
            }

            var newest = await NewestAsync(db, source, cancellationToken);
            if (newest is null && !IsAgreedOutside)
            {
                approvals.Request(db, IdOf(source), source.ToString());
            }

            return newest?.State is { } state ? state == ApprovalState.Approved : IsAgreedOutside;
        },
        cancellationToken);

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

    /// <summary>Approves or refuses a waiting source.</summary>
    public Task<RuleOutcome> DecideAsync(
        SignalSource source, ApprovalAnswer answer, Actor actor, CancellationToken cancellationToken) =>
        approvals.DecideAsync(IdOf(source), answer, actor, cancellationToken);

    private bool IsAgreedOutside => !string.IsNullOrWhiteSpace(settings.AgreedBy);

    private static Task<RuleApprovalRow?> NewestAsync(ConnectDb db, SignalSource source, CancellationToken cancellationToken) =>
        SettingApprovals.NewestAsync(db, IdOf(source), cancellationToken);

    /// <summary>The source that an approval is about; null when it is about a rule.</summary>
    public static SignalSource? SourceOf(string approvalId) =>
        Enum.GetValues<SignalSource>().Cast<SignalSource?>().FirstOrDefault(source => IdOf(source!.Value) == approvalId);

    private static string IdOf(SignalSource source) => $"signal:{source}";
}
