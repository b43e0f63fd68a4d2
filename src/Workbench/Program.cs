// Written by its owner; this line lets the empty project build.
return;
