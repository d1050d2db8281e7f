namespace TeamsConnectBot.Admin.Rules;

/// <summary>Something to be said at a field of a form.</summary>
/// <param name="Element">The id of the field, or of the group it is in.</param>
/// <param name="Text">What is wrong and what to do, in the reader's language.</param>
internal sealed record FormProblem(string Element, string Text);
