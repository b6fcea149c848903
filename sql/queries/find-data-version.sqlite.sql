-- Another number after every change that another connection made.
SELECT v.data_version AS version FROM pragma_data_version v;
