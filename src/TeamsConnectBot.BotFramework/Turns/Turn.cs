namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>The handling of one activity, and whether its HTTP request still waits for the answer.</summary>
internal sealed class Turn
{
    private const int Pending = 0;
    private const int InTime = 1;
    private const int Late = 2;

    private int answer = Pending;

    /// <summary>The handling; never fails.</summary>
    public Task<TurnAnswer> Work { get; set; } = Task.FromResult(TurnAnswer.Accepted);

    /// <summary>Called when the work is done: false when the request has been answered without it.</summary>
    public bool TryAnswerInTime() => Interlocked.CompareExchange(ref answer, InTime, Pending) != Late;

    /// <summary>Called when the time is up: false when the work has just been done.</summary>
    public bool TryAnswerWithout() => Interlocked.CompareExchange(ref answer, Late, Pending) != InTime;
}
