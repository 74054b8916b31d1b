using Renstra.SampleData.Writing;
using Renstra.Transform.Reference;

if (args is not [var folder])
{
    Console.Error.WriteLine("Usage: Renstra.SampleData <folder>; writes berkas/, pengiriman.csv, kebenaran.csv, kebenaran-rincian.csv and kebenaran-status.csv into it.");
    return 1;
}

var files = SampleDataSet.Generate(ReferenceData.Shipped).ToList();
var workbooks = Path.Combine(folder, "berkas");
if (Directory.Exists(workbooks))
{
    // Files of an earlier story must not stay behind.
    Directory.Delete(workbooks, recursive: true);
}

foreach (var file in files)
{
    var path = Path.Combine(folder, file.Path);
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    File.WriteAllBytes(path, file.Content);
}

Console.WriteLine(FormattableString.Invariant($"{files.Count} files in {Path.GetFullPath(folder)}"));
return 0;
