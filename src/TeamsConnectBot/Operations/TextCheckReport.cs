using TeamsConnectBot.Operations.Checks;

namespace TeamsConnectBot.Operations;

/// <summary>One line for each check, and another with what to do.</summary>
internal sealed class TextCheckReport(TextWriter output) : CheckReport
{
    private const string Indent = "       ";

    public override async Task BeginAsync(Check check)
    {
        await output.WriteLineAsync($"try    {check.Subject} …");
        await output.FlushAsync();
    }

    protected override async Task ShowAsync(Check check, CheckResult result)
    {
        await output.WriteLineAsync((result.State, result.Says) switch
        {
            (CheckState.Good, null) => $"good   {check.Subject}",
            (CheckState.Good, var detail) => $"good   {check.Subject} ({detail})",
            (var state, var says) => $"{Word(state),-7}{check.Subject}: {says}",
        });
        // A check that waits for another one repeats nothing.
        if (result.Fix is { } fix && result.Finding != CommonFindings.Blocked.Id)
        {
            await output.WriteLineAsync(Indent + fix);
        }

        if (result.State is CheckState.Warning or CheckState.Wrong)
        {
            await output.WriteLineAsync($"{Indent}{check.Docs}");
        }
    }

    protected override Task FinishAsync()
    {
        var wrong = Count(CheckState.Wrong);
        var notTried = Count(CheckState.NotTried);
        var verdict = wrong > 0 ? $"{wrong} to fix." : notTried == 0 ? "Everything works." : "Everything that was tried works.";
        return output.WriteLineAsync(notTried == 0 ? verdict : $"{verdict} {notTried} not tried, see above.");
    }

    private static string Word(CheckState state) => state switch
    {
        CheckState.Warning => "warn",
        CheckState.NotTried => "skip",
        _ => "WRONG",
    };
}
