using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Renstra.Repository.Tests.Architecture;

/// <summary>What a compiled assembly refers to, read from its metadata: what the compiler wrote, not what the source seems to say.</summary>
internal sealed class CompiledAssembly
{
    public CompiledAssembly(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{name}.dll"));
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();

        References =
        [
            .. metadata.AssemblyReferences
                .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
                .Order(StringComparer.Ordinal),
        ];
        Types = [.. metadata.TypeReferences.Select(handle => FullName(metadata, handle)).Distinct().Order(StringComparer.Ordinal)];
        Members =
        [
            .. metadata.MemberReferences
                .Select(handle => metadata.GetMemberReference(handle))
                .Where(member => member.Parent.Kind == HandleKind.TypeReference)
                .Select(member => $"{FullName(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}")
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Simple names of the assemblies it uses.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>Full names of the types it uses from elsewhere.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>Members it uses of types from elsewhere, as <c>System.DateTime.get_UtcNow</c>.</summary>
    public IReadOnlyList<string> Members { get; }

    private static string FullName(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            return $"{FullName(metadata, (TypeReferenceHandle)type.ResolutionScope)}.{name}";
        }

        return type.Namespace.IsNil ? name : $"{metadata.GetString(type.Namespace)}.{name}";
    }
}
