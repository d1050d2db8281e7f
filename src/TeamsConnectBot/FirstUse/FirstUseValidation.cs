namespace TeamsConnectBot.FirstUse;

internal sealed class FirstUseValidation : IValidateOptions<FirstUseOptions>
{
    private const int MostLetters = 200;

    public ValidateOptionsResult Validate(string? name, FirstUseOptions options)
    {
        var problems = new List<string>();
        if (!Enum.IsDefined(options.Body))
        {
            problems.Add($"FirstUse:Body is {options.Body}; allowed are {string.Join(", ", Enum.GetNames<FirstUseBody>())}");
        }

        if (options.VoteDays is < 1 or > 30)
        {
            problems.Add($"FirstUse:VoteDays is {options.VoteDays}; allowed are 1 to 30");
        }

        if (options.AgreedBy is { Length: > MostLetters })
        {
            const string Example = "'Works council, decision 2026-14'";
            problems.Add($"FirstUse:AgreedBy has {options.AgreedBy.Length} letters; allowed are 1 to {MostLetters}, such as {Example}");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
