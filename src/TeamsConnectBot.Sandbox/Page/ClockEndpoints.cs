namespace TeamsConnectBot.Sandbox.Page;

/// <summary>The controls beside the clock. One at a time: two people pressing at once wait for each other.</summary>
internal static class ClockEndpoints
{
    private const int LongestStepMinutes = 14 * 24 * 60;

    public static void MapClock(this RouteGroupBuilder api, ISandboxControl control)
    {
        var turn = new SemaphoreSlim(1, 1);
        api.MapPost("/clock/advance", (AdvanceRequest request, CancellationToken cancellation) => request.Minutes is > 0 and <= LongestStepMinutes
            ? Move(() => control.AdvanceAsync(TimeSpan.FromMinutes(request.Minutes), cancellation))
            : Task.FromResult(Results.BadRequest($"minutes is {request.Minutes}; allowed is 1 to {LongestStepMinutes}.")));
        api.MapPost("/clock/next", (CancellationToken cancellation) => Move(() => control.AdvanceToNextEventAsync(cancellation)));
        api.MapPost("/round", (CancellationToken cancellation) => control.CanStartRound
            ? Move(() => control.StartRoundAsync(cancellation))
            : Task.FromResult(Results.NotFound()));

        async Task<IResult> Move(Func<Task> step)
        {
            await turn.WaitAsync();
            try
            {
                await step();
                return Results.Ok(new { control.Now });
            }
            finally
            {
                turn.Release();
            }
        }
    }

    private sealed record AdvanceRequest(int Minutes);
}
