namespace TeamsConnectBot.PersonalData;

/// <summary>Columns that say nothing about any person.</summary>
/// <param name="Table">The table's name in the database.</param>
/// <param name="Why">What they hold, and so why they identify nobody.</param>
/// <param name="Columns">The columns' names in the database.</param>
internal sealed record OtherColumns(string Table, string Why, params IReadOnlyList<string> Columns);
