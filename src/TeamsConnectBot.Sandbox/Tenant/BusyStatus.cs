namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>How a calendar shows a stretch of time; a later value outranks an earlier one.</summary>
internal enum BusyStatus : byte
{
    Free,
    WorkingElsewhere,
    Tentative,
    Busy,
    Oof,
}
