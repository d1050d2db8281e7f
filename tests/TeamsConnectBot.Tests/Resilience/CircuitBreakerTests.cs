using TeamsConnectBot.Resilience;
using TeamsConnectBot.Sandbox.Clock;

namespace TeamsConnectBot.Tests.Resilience;

/// <summary>The circuit is closed, open, half-open with a ramp of one, two, four … concurrent attempts, and closed again.</summary>
internal sealed class CircuitBreakerTests
{
    private const int Threshold = 3;
    private const int FullWidth = 4;
    private static readonly Duration Break = Duration.FromMinutes(2);

    private SandboxClock clock = null!;
    private CircuitBreaker circuit = null!;

    [SetUp]
    public void CreateCircuit()
    {
        clock = new SandboxClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        circuit = new CircuitBreaker(Threshold, FullWidth, clock);
    }

    [Test]
    public void Closed_AnyNumberOfAttempts_AreAllowed() => Assert.That(Admitted(100), Has.Count.EqualTo(100));

    [Test]
    public void Closed_DifferentSubjectsFailInARow_Opens()
    {
        Fail("a", "b");
        Assert.That(circuit.State, Is.EqualTo(CircuitState.Closed));
        Fail("c");

        Assert.That(circuit.State, Is.EqualTo(CircuitState.Open));
        Assert.That(circuit.OpenUntil, Is.EqualTo(Instant.FromDateTimeOffset(clock.GetUtcNow()) + Break));
        Assert.That(circuit.TryEnter(), Is.Null);
    }

    [Test]
    public void Closed_OneSubjectFailsRepeatedly_StaysClosed()
    {
        Fail("a", "a", "a", "a");
        Assert.That(circuit.State, Is.EqualTo(CircuitState.Closed));
    }

    [Test]
    public void Closed_SuccessInBetween_ResetsTheCount()
    {
        Fail("a", "b");
        Succeed();
        Fail("c", "d");
        Assert.That(circuit.State, Is.EqualTo(CircuitState.Closed));
    }

    [Test]
    public void Closed_RefusalInBetween_ResetsTheCountOfUnavailable()
    {
        Fail("a", "b");
        Fail(CircuitFailure.SubjectRefused, "c");
        Fail("d", "e");
        Assert.That(circuit.State, Is.EqualTo(CircuitState.Closed));
    }

    [Test]
    public void HalfOpen_BeforeTheFirstSuccess_AllowsOneAttemptAtATime()
    {
        OpenAndWait();
        var only = circuit.TryEnter();

        Assert.That(circuit.State, Is.EqualTo(CircuitState.HalfOpen));
        Assert.That(only, Is.Not.Null);
        Assert.That(circuit.TryEnter(), Is.Null);
    }

    [Test]
    public void HalfOpen_EachSuccessfulWave_DoublesTheNextUntilItCloses()
    {
        OpenAndWait();
        var widths = new List<int>();
        while (circuit.State == CircuitState.HalfOpen)
        {
            var wave = Admitted(100);
            widths.Add(wave.Count);
            wave.ForEach(permit => circuit.Succeeded(permit));
            wave.ForEach(permit => permit.Dispose());
        }

        Assert.That(widths, Is.EqualTo(new[] { 1, 2, 4 }));
        Assert.That(circuit.State, Is.EqualTo(CircuitState.Closed));
    }

    [TestCase(CircuitFailure.Unavailable)]
    [TestCase(CircuitFailure.AppRefused)]
    public void HalfOpen_OneFailureOnTheRamp_OpensAgain(object failure)
    {
        OpenAndWait();
        Succeed();
        Fail((CircuitFailure)failure, "a");
        Assert.That(circuit.State, Is.EqualTo(CircuitState.Open));
    }

    [TestCase(CircuitFailure.Throttled)]
    [TestCase(CircuitFailure.SubjectRefused)]
    public void HalfOpen_OneThrottledOrRefusedSubject_StaysHalfOpen(object failure)
    {
        OpenAndWait();
        Succeed();
        Fail((CircuitFailure)failure, "a");
        Assert.That(circuit.State, Is.EqualTo(CircuitState.HalfOpen));
    }

    [Test]
    public void HalfOpen_ThrottlingReachesTheThreshold_OpensAgain()
    {
        OpenAndWait();
        foreach (var subject in new[] { "a", "b", "c" })
        {
            Fail(CircuitFailure.Throttled, subject);
        }

        Assert.That(circuit.State, Is.EqualTo(CircuitState.Open));
    }

    [Test]
    public void HalfOpen_AfterRefusals_OneMoreRefusedSubjectOpensAgain()
    {
        foreach (var subject in new[] { "a", "b", "c" })
        {
            Fail(CircuitFailure.SubjectRefused, subject);
        }

        clock.Advance(Break.ToTimeSpan());
        Fail(CircuitFailure.SubjectRefused, "d");
        Assert.That(circuit.State, Is.EqualTo(CircuitState.Open));
    }

    [Test]
    public void Open_SuccessOfAnEarlierAttempt_ChangesNothing()
    {
        using var early = circuit.TryEnter()!;
        Fail("a", "b", "c");

        Assert.That(circuit.Succeeded(early), Is.False);
        Assert.That(circuit.State, Is.EqualTo(CircuitState.Open));
        clock.Advance(Break.ToTimeSpan());
        Assert.That(circuit.Succeeded(early), Is.False);
        Assert.That(Admitted(100), Has.Count.EqualTo(1));
    }

    [Test]
    public void Succeeded_ReportedTwice_CountsOnceAndReturnsTheSame()
    {
        OpenAndWait();
        using var permit = circuit.TryEnter()!;
        Assert.That((circuit.Succeeded(permit), circuit.Succeeded(permit)), Is.EqualTo((true, true)));
        permit.Dispose();
        Assert.That(Admitted(100), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Enter_WhileTheRampIsFull_WaitsForItsTurn()
    {
        OpenAndWait();
        var first = circuit.TryEnter()!;
        var second = circuit.EnterAsync(CancellationToken.None);
        Assert.That(second.IsCompleted, Is.False);

        first.Dispose();

        Assert.That(await second, Is.Not.Null);
    }

    [Test]
    public async Task Enter_WhenTheCircuitOpensMeanwhile_GetsNoPermit()
    {
        OpenAndWait();
        using var first = circuit.TryEnter()!;
        var second = circuit.EnterAsync(CancellationToken.None);

        circuit.Failed(first, CircuitFailure.Unavailable, "a", Break);

        Assert.That(await second, Is.Null);
    }

    [Test]
    public void Enter_CancelledWhileWaiting_LeavesItsTurnToOthers()
    {
        OpenAndWait();
        var first = circuit.TryEnter()!;
        using var stop = new CancellationTokenSource();
        var second = circuit.EnterAsync(stop.Token);
        stop.Cancel();
        Assert.That(async () => await second, Throws.InstanceOf<OperationCanceledException>());

        first.Dispose();

        Assert.That(circuit.TryEnter(), Is.Not.Null);
    }

    [FsCheck.NUnit.Property]
    public bool Ramp_AnyOutcomes_HasAtMostOneMoreInFlightThanSucceeded(bool[] outcomes)
    {
        CreateCircuit();
        OpenAndWait();
        var (succeeded, open) = (0, new Queue<CircuitPermit>());
        foreach (var outcome in outcomes)
        {
            while (circuit.State == CircuitState.HalfOpen && circuit.TryEnter() is { } permit)
            {
                open.Enqueue(permit);
            }

            if (circuit.State != CircuitState.HalfOpen)
            {
                return true;
            }

            if (open.Count > succeeded + 1)
            {
                return false;
            }

            using var ending = open.Dequeue();
            if (outcome)
            {
                circuit.Succeeded(ending);
                succeeded++;
            }
            else
            {
                circuit.Failed(ending, CircuitFailure.Throttled, "always the same", Break);
            }
        }

        return true;
    }

    private List<CircuitPermit> Admitted(int attempts) =>
        [.. Enumerable.Range(0, attempts).Select(_ => circuit.TryEnter()).TakeWhile(permit => permit is not null).OfType<CircuitPermit>()];

    private void OpenAndWait()
    {
        Fail("a", "b", "c");
        clock.Advance(Break.ToTimeSpan());
    }

    private void Succeed()
    {
        using var permit = circuit.TryEnter()!;
        circuit.Succeeded(permit);
    }

    private void Fail(params string[] subjects)
    {
        foreach (var subject in subjects)
        {
            Fail(CircuitFailure.Unavailable, subject);
        }
    }

    private void Fail(CircuitFailure failure, string subject)
    {
        using var permit = circuit.TryEnter()!;
        circuit.Failed(permit, failure, subject, Break);
    }
}
