namespace TeamsConnectBot.Holidays;

internal static class HolidaysFeature
{
    // The older setting, from when only rituals used holidays.
    private const string OldSetting = "Rituals:DutchHolidays";

    public static IServiceCollection AddHolidays(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(DaysOffOptions.Section);
        services.AddOptions<DaysOffOptions>().Bind(section).ValidateOnStart();
        services.PostConfigure<DaysOffOptions>(options =>
        {
            if (section[nameof(DaysOffOptions.Country)] is null && bool.TryParse(configuration[OldSetting], out var counted) && !counted)
            {
                options.Country = DaysOffOptions.None;
            }
        });
        services.AddSingleton<IValidateOptions<DaysOffOptions>, DaysOffValidation>();
        return services.AddSingleton<DaysOff>();
    }
}
