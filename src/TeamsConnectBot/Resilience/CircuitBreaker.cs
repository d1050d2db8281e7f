using TeamsConnectBot.Time;

namespace TeamsConnectBot.Resilience;

/// <summary>
/// A circuit breaker with a ramp. It opens when enough different subjects failed in a row, without a success in between. After the break it
/// is half-open: it allows one attempt at a time, and doubles the number of concurrent attempts each time that many have succeeded. A
/// failure on the ramp opens it again, so a single success never releases everything that waited.
/// </summary>
/// <param name="failureThreshold">How many different subjects must fail in a row to open it.</param>
/// <param name="fullWidth">How many concurrent attempts end the ramp and close it.</param>
/// <param name="clock">Measures the break.</param>
internal sealed class CircuitBreaker(int failureThreshold, int fullWidth, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly HashSet<string> unserved = new(StringComparer.Ordinal);
    private readonly HashSet<string> refused = new(StringComparer.Ordinal);
    private readonly Queue<TaskCompletionSource<CircuitPermit?>> waiting = new();
    private Instant? openUntil;
    private Instant? stateSince;
    private bool openedByRefusals;
    private bool hasResumed;
    private int generation;

    // Zero unless half-open.
    private int width;
    private int inFlight;
    private int succeeded;

    public CircuitState State => Locked(CurrentState);

    /// <summary>When the break ends; null while the circuit is not open.</summary>
    public Instant? OpenUntil => Locked(() => CurrentState() == CircuitState.Open ? openUntil : null);

    /// <summary>When the current state began; null while the circuit has never opened.</summary>
    public Instant? StateSince => Locked(() =>
    {
        // Notices the end of a break.
        _ = CurrentState();
        return stateSince;
    });

    /// <summary>Whether the circuit last opened because requests were refused, and not because the service was unavailable.</summary>
    public bool OpenedByRefusals => Locked(() => openedByRefusals);

    /// <returns>Null while the circuit is open, or half-open with as many attempts in flight as it allows.</returns>
    public CircuitPermit? TryEnter() => Locked(() => CurrentState() == CircuitState.Open || !HasRoom() ? null : Permit());

    /// <summary>Waits for a turn while the circuit is half-open.</summary>
    /// <returns>Null when the circuit is open, or opens while waiting.</returns>
    public async Task<CircuitPermit?> EnterAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource<CircuitPermit?> turn;
        lock (gate)
        {
            if (CurrentState() == CircuitState.Open)
            {
                return null;
            }

            if (HasRoom())
            {
                return Permit();
            }

            turn = new TaskCompletionSource<CircuitPermit?>(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue(turn);
        }

        await using var cancelled = cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
        return await turn.Task;
    }

    /// <summary>The attempt succeeded.</summary>
    /// <returns>Whether it is the first success after a break.</returns>
    public bool Succeeded(CircuitPermit permit) => Locked(() => permit.Resumed ??= Count(permit));

    /// <summary>The attempt failed.</summary>
    /// <param name="permit">The permit of the attempt.</param>
    /// <param name="failure">What the failure means for the service.</param>
    /// <param name="subject">Whom or what the attempt was for; each counts once.</param>
    /// <param name="breakFor">How long the circuit stays open if it opens.</param>
    public CircuitVerdict Failed(CircuitPermit permit, CircuitFailure failure, string subject, Duration breakFor)
    {
        var isRefusal = failure is CircuitFailure.SubjectRefused or CircuitFailure.AppRefused;
        lock (gate)
        {
            var state = CurrentState();
            if (state == CircuitState.Open || (permit.Generation != generation && state == CircuitState.HalfOpen))
            {
                return new CircuitVerdict(IsOpen: state == CircuitState.Open, HasOpened: false, 0);
            }

            if (isRefusal)
            {
                // A refusal is an answer, so the service is available.
                unserved.Clear();
            }

            var failing = isRefusal ? refused : unserved;
            failing.Add(subject);
            var count = failing.Count;
            if (count < failureThreshold && !(state == CircuitState.HalfOpen && OpensTheRamp(failure)))
            {
                return new CircuitVerdict(IsOpen: false, HasOpened: false, count);
            }

            Open(clock.GetCurrentInstant() + breakFor, isRefusal);
            return new CircuitVerdict(IsOpen: true, HasOpened: true, count);
        }
    }

    internal void Return(CircuitPermit permit)
    {
        lock (gate)
        {
            if (permit.Generation == generation && width > 0)
            {
                inFlight--;
                Admit();
            }
        }
    }

    private T Locked<T>(Func<T> read)
    {
        lock (gate)
        {
            return read();
        }
    }

    private bool Count(CircuitPermit succeeding)
    {
        if (CurrentState() == CircuitState.Open || succeeding.Generation != generation)
        {
            return false;
        }

        unserved.Clear();
        refused.Clear();
        if (width == 0)
        {
            return false;
        }

        var resumes = !hasResumed;
        hasResumed = true;
        if (++succeeded >= width)
        {
            Widen();
        }

        Admit();
        return resumes;
    }

    private bool OpensTheRamp(CircuitFailure failure) => failure switch
    {
        CircuitFailure.Throttled => false,
        CircuitFailure.SubjectRefused => openedByRefusals,
        _ => true,
    };

    private CircuitState CurrentState()
    {
        if (openUntil is { } until)
        {
            if (clock.GetCurrentInstant() < until)
            {
                return CircuitState.Open;
            }

            (openUntil, stateSince) = (null, until);
            hasResumed = false;
            (width, inFlight, succeeded) = (1, 0, 0);
            generation++;
        }

        return width > 0 ? CircuitState.HalfOpen : CircuitState.Closed;
    }

    private void Open(Instant until, bool byRefusals)
    {
        (openUntil, stateSince) = (until, clock.GetCurrentInstant());
        openedByRefusals = byRefusals;
        width = 0;
        generation++;
        unserved.Clear();
        refused.Clear();
        while (waiting.TryDequeue(out var turn))
        {
            turn.TrySetResult(null);
        }
    }

    private void Widen()
    {
        succeeded = 0;
        if (width < fullWidth)
        {
            width = Math.Min(2 * width, fullWidth);
            return;
        }

        width = 0;
        stateSince = clock.GetCurrentInstant();
        generation++;
    }

    private bool HasRoom() => width == 0 || inFlight < width;

    private CircuitPermit Permit()
    {
        inFlight++;
        return new CircuitPermit(this, generation);
    }

    private void Admit()
    {
        while (HasRoom() && waiting.TryDequeue(out var turn))
        {
            if (!turn.TrySetResult(Permit()))
            {
                // The waiting attempt was cancelled.
                inFlight--;
            }
        }
    }
}
