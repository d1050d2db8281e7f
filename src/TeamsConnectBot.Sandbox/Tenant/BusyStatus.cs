namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>How a calendar shows a period; a later value takes precedence over an earlier one.</summary>
internal enum BusyStatus : byte
{
    Free,
    WorkingElsewhere,
    Tentative,
    Busy,
    Oof,
}
