namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>The handling of one activity, and whether HTTP still waits for its answer.</summary>
internal sealed class Turn
{
    private const int Pending = 0;
    private const int InTime = 1;
    private const int Late = 2;

    private int _answer = Pending;

    /// <summary>The handling. It does not fail.</summary>
    public Task<TurnAnswer> Work { get; set; } = Task.FromResult(TurnAnswer.Accepted);

    /// <summary>Called by the work at its end: false when somebody was already answered without it.</summary>
    public bool TryAnswerInTime() => Interlocked.CompareExchange(ref _answer, InTime, Pending) != Late;

    /// <summary>Called when time is up: false when the work has just ended after all.</summary>
    public bool TryAnswerWithout() => Interlocked.CompareExchange(ref _answer, Late, Pending) != InTime;
}
