namespace TeamsConnectBot.Operations.Checks;

/// <summary>What can happen in any check.</summary>
internal static class CommonFindings
{
    public static readonly Finding TimedOut = new(
        "timed-out", "no answer within … seconds.",
        "It can be reached but does not answer: check the network in between, such as a proxy or a firewall, and try again.");

    public static readonly Finding Unexpected = new(
        "unexpected", "the check itself failed with ….", "This is an error in the program: report it, with this line and the version.");

    public static readonly Finding Blocked = new(
        "blocked", "not tried, because '…' is wrong.", "Fix that first, and run the check again.") { State = CheckState.NotTried };
}
