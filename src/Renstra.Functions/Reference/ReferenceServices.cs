namespace Renstra.Functions.Reference;

/// <summary>Registers the reference data in force.</summary>
internal static class ReferenceServices
{
    public static void AddRenstraReference(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<ReferenceOptions, ReferenceOptionsValidator>().BindConfiguration(ReferenceOptions.Section);
        builder.Services.AddSingleton<ReferenceBlobs>();
        builder.Services.AddSingleton<CurrentReference>();
    }
}
