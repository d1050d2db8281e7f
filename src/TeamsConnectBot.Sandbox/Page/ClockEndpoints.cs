namespace TeamsConnectBot.Sandbox.Page;

/// <summary>The buttons that move the clock. Clicks at the same time are handled one after the other.</summary>
internal static class ClockEndpoints
{
    private const int LongestStepMinutes = 14 * 24 * 60;

    public static void MapClock(this RouteGroupBuilder api, ISandboxControl control, SemaphoreSlim turn)
    {
        api.MapPost("/clock/advance", async (AdvanceRequest request, CancellationToken cancellation) =>
            request.Minutes is > 0 and <= LongestStepMinutes
                ? await MoveAsync(() => control.AdvanceAsync(TimeSpan.FromMinutes(request.Minutes), cancellation))
                : Results.BadRequest($"minutes is {request.Minutes}; allowed is 1 to {LongestStepMinutes}."));
        api.MapPost("/clock/reports", (CancellationToken cancellation) =>
            MoveAsync(() => control.AdvancePastReportsAsync(cancellation)));
        api.MapPost("/clock/next", (CancellationToken cancellation) => MoveAsync(() => control.AdvanceToNextEventAsync(cancellation)));

        async Task<IResult> MoveAsync(Func<Task> advance)
        {
            await turn.WaitAsync();
            try
            {
                await advance();
                return Results.Ok(new { control.Now });
            }
            finally
            {
                turn.Release();
            }
        }
    }

    internal sealed record AdvanceRequest(int Minutes);
}
